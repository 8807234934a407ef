#include "runtime/interpret/parameters.hpp"

#include "runtime/core/crypto.hpp"

namespace hornbook::interpret {
namespace {

constexpr std::uint8_t plain_format = 1;
constexpr std::uint8_t calibrated_format = 2;
constexpr std::uint8_t experiments_format = 3;
constexpr std::uint8_t times_format = 4;

// The shortest that holds all of it.
std::uint8_t format_for(const Parameters& parameters) {
  if (!parameters.times.empty()) return times_format;
  if (!parameters.experiments.empty()) return experiments_format;
  return parameters.calibration.empty() ? plain_format : calibrated_format;
}

// The fields in their order, for both directions.
template <class Visit>
void each_field(Parameters& parameters, Visit visit) {
  visit(parameters.intercept_milli);
  visit(parameters.ability_weight_milli);
  visit(parameters.skill_success_milli);
  visit(parameters.skill_failure_milli);
  visit(parameters.recent_weight_milli);
  visit(parameters.spacing_weight_milli);
  visit(parameters.learning_rate_milli);
  visit(parameters.initial_permille);
  visit(parameters.learn_permille);
  visit(parameters.slip_permille);
  visit(parameters.guess_permille);
  visit(parameters.mastery_permille);
  visit(parameters.unaided_opportunities_min);
  visit(parameters.delayed_check_ms);
  visit(parameters.band_low_permille);
  visit(parameters.band_high_permille);
}

bool is_sensible(const Parameters& parameters) {
  const auto below_one = [](std::uint16_t permille) { return permille < 1000; };
  return parameters.slip_permille > 0 && parameters.guess_permille > 0 && below_one(parameters.initial_permille) &&
         below_one(parameters.learn_permille) && below_one(parameters.slip_permille) &&
         below_one(parameters.guess_permille) && below_one(parameters.mastery_permille) &&
         parameters.band_high_permille <= 1000 && parameters.band_low_permille <= parameters.band_high_permille &&
         parameters.delayed_check_ms >= 0 && parameters.slip_permille + parameters.guess_permille < 1000;
}

}  // namespace

Parameters default_parameters() {
  Parameters parameters;
  // 2: rapid guesses weigh less. 3: misconceptions are traced, detectors folded. 4: two accounts of learning, practice
  // by them. 5: rest is a decision; steps of an item show misconceptions. The values are those of version 1.
  parameters.version = 5;
  // Starting values until a school's own data calibrate them. A new learner meets an item of difficulty 0 with
  // P = logistic(0.9) ≈ .71, the low end of the band.
  parameters.intercept_milli = 900;
  parameters.ability_weight_milli = 1000;
  // Successes teach more than failures: performance factors analysis (Pavlik, Cen & Koedinger 2009).
  parameters.skill_success_milli = 250;
  parameters.skill_failure_milli = -60;
  // The recent share of right answers predicts better than the count (Galyardt & Goldin 2015).
  parameters.recent_weight_milli = 1200;
  // A power law of forgetting: the logit falls with the logarithm of the time since (Pavlik & Anderson 2005).
  parameters.spacing_weight_milli = 120;
  // Elo-like update that shrinks with the number of answers (Pelánek 2016).
  parameters.learning_rate_milli = 400;
  // Knowledge tracing within the bounds that keep it plausible: guess below .3, slip at .1 (Corbett & Anderson 1995;
  // Baker, Corbett & Aleven 2008).
  parameters.initial_permille = 250;
  parameters.learn_permille = 150;
  parameters.slip_permille = 100;
  parameters.guess_permille = 200;
  return parameters;
}

std::vector<Parameters> shipped_parameters() {
  std::vector<Parameters> versions(5, default_parameters());
  for (std::uint32_t i = 0; i < versions.size(); ++i) versions[i].version = i + 1;
  return versions;
}

Bytes encode(const Parameters& parameters) {
  ByteWriter writer;
  const std::uint8_t format = format_for(parameters);
  writer.u8(format);
  writer.varint(parameters.version);
  Parameters copy = parameters;
  each_field(copy, [&writer](auto& field) { writer.signed_varint(static_cast<std::int64_t>(field)); });
  if (format != plain_format) put(writer, parameters.calibration);
  if (format >= experiments_format) put(writer, parameters.experiments);
  if (format >= times_format) put(writer, parameters.times);
  return writer.take();
}

Result<Parameters> decode_parameters(ByteView bytes) {
  ByteReader reader(bytes);
  TRY_ASSIGN(const std::uint8_t format, reader.u8());
  if (format < plain_format || format > times_format)
    return fail(ErrorCode::BadInput, "parameters", "they need a newer program");
  Parameters parameters;
  TRY_ASSIGN(const std::uint64_t version, reader.varint_up_to(0xffffffff));
  parameters.version = static_cast<std::uint32_t>(version);
  Done done;
  each_field(parameters, [&reader, &done](auto& field) {
    using Field = std::remove_reference_t<decltype(field)>;
    const Result<std::int64_t> value = reader.signed_varint();
    if (done && !value) done = tl::unexpected(value.error());
    if (!value) return;
    field = static_cast<Field>(*value);
    if (done && static_cast<std::int64_t>(field) != *value)
      done = fail(ErrorCode::BadInput, "parameters", "a value is out of its range");
  });
  TRY_DONE(done);
  if (format != plain_format) {
    TRY_ASSIGN(parameters.calibration, read_calibration(reader));
  }
  if (format >= experiments_format) {
    TRY_ASSIGN(parameters.experiments, read_experiments(reader));
  }
  if (format >= times_format) {
    TRY_ASSIGN(parameters.times, read_typical_times(reader));
  }
  if (format_for(parameters) != format)
    return fail(ErrorCode::BadInput, "parameters", "they are not in their shortest form");
  TRY_DONE(reader.end());
  if (!is_sensible(parameters)) return fail(ErrorCode::BadInput, "parameters", "a probability is out of its range");
  return parameters;
}

Hash hash_of(const Parameters& parameters) { return hash(encode(parameters)); }

}  // namespace hornbook::interpret
