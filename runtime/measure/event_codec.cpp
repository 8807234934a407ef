#include "runtime/measure/event_codec.hpp"

#include "runtime/measure/adaptation_fields.hpp"
#include "runtime/measure/event_fields.hpp"

namespace hornbook::measure {
namespace {

constexpr std::uint8_t row_version = 1;
constexpr std::uint8_t columns_version = 1;

tl::unexpected<Error> wrong_version() {
  return fail(ErrorCode::BadInput, "event", "it is written in a newer form; update this program");
}

struct NumberOf {
  std::uint8_t operator()(const SessionStart&) const { return 1; }
  std::uint8_t operator()(const SessionEnd&) const { return 2; }
  std::uint8_t operator()(const ItemPresented&) const { return 3; }
  std::uint8_t operator()(const Response&) const { return 4; }
  std::uint8_t operator()(const HintShown&) const { return 5; }
  std::uint8_t operator()(const StepAnswered&) const { return 7; }
  std::uint8_t operator()(const StepHintShown&) const { return 11; }
  std::uint8_t operator()(const MediaProgress&) const { return 8; }
  std::uint8_t operator()(const ReadingProgress&) const { return 9; }
  std::uint8_t operator()(const ReadingLevelChosen&) const { return 12; }
  std::uint8_t operator()(const Decision&) const { return 16; }
  std::uint8_t operator()(const ChoiceMade&) const { return 17; }
  std::uint8_t operator()(const ClockCorrected&) const { return 24; }
  std::uint8_t operator()(const MessageShown&) const { return 13; }
  std::uint8_t operator()(const GoalSet&) const { return 18; }
  std::uint8_t operator()(const DetectorFired&) const { return 21; }
  std::uint8_t operator()(const OverrideMade&) const { return 22; }
  std::uint8_t operator()(const ExperimentAssigned&) const { return 27; }
  std::uint8_t operator()(const ExperimentExposed&) const { return 28; }
  std::uint8_t operator()(const ItemSkipped&) const { return 10; }
  std::uint8_t operator()(const CheckStarted&) const { return 29; }
  std::uint8_t operator()(const CheckEnded&) const { return 30; }
  std::uint8_t operator()(const ExampleShown&) const { return 6; }
  std::uint8_t operator()(const BreakTaken&) const { return 25; }
  std::uint8_t operator()(const PlanSet&) const { return 31; }
  std::uint8_t operator()(const CheckAsked&) const { return 33; }
  std::uint8_t operator()(const TalkRequested&) const { return 20; }
  std::uint8_t operator()(const UnknownEvent& unknown) const { return unknown.number; }
};

void append_streams(ByteWriter& writer, const FieldWriter& fields) {
  for (std::size_t i = 0; i < column_count; ++i) writer.varint(fields.column(static_cast<Column>(i)).size());
  for (std::size_t i = 0; i < column_count; ++i) writer.raw(fields.column(static_cast<Column>(i)).view());
}

Result<std::array<ByteView, column_count>> read_streams(ByteReader& reader) {
  std::array<std::uint64_t, column_count> sizes{};
  for (std::uint64_t& size : sizes) {
    TRY_ASSIGN(size, reader.varint_up_to(limits::columns_bytes_max));
  }
  std::array<ByteView, column_count> streams{};
  for (std::size_t i = 0; i < column_count; ++i) {
    TRY_ASSIGN(streams[i], reader.raw(static_cast<std::size_t>(sizes[i])));
  }
  TRY_DONE(reader.end());
  return streams;
}

tl::unexpected<Error> out_of_order() { return fail(ErrorCode::BadInput, "events", "they are not in sequence order"); }

}  // namespace

std::uint8_t number_of(const EventBody& body) { return std::visit(NumberOf{}, body); }

EventBody body_of(std::uint8_t number) {
  switch (number) {
    case 1:
      return SessionStart{};
    case 2:
      return SessionEnd{};
    case 3:
      return ItemPresented{};
    case 4:
      return Response{};
    case 5:
      return HintShown{};
    case 7:
      return StepAnswered{};
    case 8:
      return MediaProgress{};
    case 9:
      return ReadingProgress{};
    case 12:
      return ReadingLevelChosen{};
    case 11:
      return StepHintShown{};
    case 16:
      return Decision{};
    case 17:
      return ChoiceMade{};
    case 13:
      return MessageShown{};
    case 18:
      return GoalSet{};
    case 21:
      return DetectorFired{};
    case 22:
      return OverrideMade{};
    case 27:
      return ExperimentAssigned{};
    case 28:
      return ExperimentExposed{};
    case 24:
      return ClockCorrected{};
    case 10:
      return ItemSkipped{};
    case 29:
      return CheckStarted{};
    case 30:
      return CheckEnded{};
    case 6:
      return ExampleShown{};
    case 25:
      return BreakTaken{};
    case 31:
      return PlanSet{};
    case 33:
      return CheckAsked{};
    case 20:
      return TalkRequested{};
    default:
      return UnknownEvent{number, {}};
  }
}

Bytes talk_request_body(const TalkRequested& requested) {
  ByteWriter writer;
  writer.raw(requested.learner.view());
  writer.signed_varint(requested.time.unix_ms);
  writer.signed_varint(requested.time.uncertainty_ms);
  return writer.take();
}

Result<TalkRequested> talk_request_in(ByteView body) {
  ByteReader reader(body);
  TalkRequested requested;
  TRY_ASSIGN(requested.learner, reader.id<LearnerId>());
  TRY_ASSIGN(requested.time.unix_ms, reader.signed_varint());
  TRY_ASSIGN(requested.time.uncertainty_ms, reader.signed_varint());
  TRY_DONE(reader.end());
  return requested;
}

Result<Bytes> encode_event(const Event& event) {
  FieldWriter fields(Layout::OneStream);
  EventContext context;
  Event copy = event;
  event_fields(fields, context, copy);
  TRY_DONE(fields.finished());
  ByteWriter writer;
  writer.u8(row_version);
  writer.raw(fields.column(Column::Kind).view());
  if (writer.size() > limits::event_bytes_max) return fail(ErrorCode::LimitExceeded, "event", "it is too long");
  return writer.take();
}

Result<Event> decode_event(ByteView bytes) {
  if (bytes.size() > limits::event_bytes_max) return fail(ErrorCode::LimitExceeded, "event", "it is too long");
  ByteReader reader(bytes);
  TRY_ASSIGN(const std::uint8_t version, reader.u8());
  if (version != row_version) return wrong_version();
  FieldReader fields(reader.rest());
  EventContext context;
  Event event;
  event_fields(fields, context, event);
  TRY_DONE(fields.finished());
  return event;
}

Result<Bytes> encode_columns(std::span<const Event> events) {
  if (events.size() > limits::segment_events_max)
    return fail(ErrorCode::LimitExceeded, "events", "there are more than a segment holds");
  FieldWriter fields(Layout::Columns);
  EventContext context;
  for (const Event& event : events) {
    if (event.sequence <= context.sequence && &event != &events.front()) return out_of_order();
    Event copy = event;
    event_fields(fields, context, copy);
  }
  TRY_DONE(fields.finished());
  ByteWriter writer;
  writer.u8(columns_version);
  writer.varint(events.size());
  append_streams(writer, fields);
  if (writer.size() > limits::columns_bytes_max)
    return fail(ErrorCode::LimitExceeded, "events", "they are longer than a segment holds");
  return writer.take();
}

Result<std::vector<Event>> decode_columns(ByteView bytes) {
  ByteReader reader(bytes);
  TRY_ASSIGN(const std::uint8_t version, reader.u8());
  if (version != columns_version) return wrong_version();
  TRY_ASSIGN(const std::uint64_t count, reader.varint_up_to(limits::segment_events_max));
  TRY_ASSIGN(const auto streams, read_streams(reader));
  if (streams[0].size() != count) return fail(ErrorCode::BadInput, "events", "their number does not fit");
  FieldReader fields(streams);
  EventContext context;
  std::vector<Event> events(static_cast<std::size_t>(count));
  for (Event& event : events) {
    const std::uint64_t before = context.sequence;
    event_fields(fields, context, event);
    if (!fields.has_failed() && event.sequence <= before && &event != &events.front()) return out_of_order();
    if (fields.has_failed()) break;
  }
  TRY_DONE(fields.finished());
  return events;
}

}  // namespace hornbook::measure
