#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

#include "content_packs/import/qti/combine.hpp"
#include "content_packs/import/qti/interaction.hpp"
#include "content_packs/import/qti/numbers.hpp"
#include "content_packs/import/spelling.hpp"
#include "runtime/core/limits.hpp"

namespace hornbook::content::qti {
namespace {

constexpr std::size_t most = limits::qti_responses_max;
constexpr std::size_t subset_options_max = 12;

class Enumerator {
 public:
  Enumerator(const Interaction& interaction, const Item& item, const Session& session)
      : interaction_(interaction),
        item_(item),
        session_(session),
        declared_(*session.declaration(interaction.response)) {}

  Responses all() {
    switch (interaction_.asks) {
      case Asks::Choice:
        for (std::uint32_t at = 0; at < interaction_.options.size(); ++at) add_options({at});
        break;
      case Asks::Choices:
        subsets();
        break;
      case Asks::Order:
        orders();
        break;
      case Asks::Match:
        matches();
        break;
      case Asks::Sort:
        sortings();
        break;
      case Asks::Pairs:
        pairings();
        break;
      case Asks::Slider:
        ticks();
        break;
      case Asks::Text:
        texts();
        break;
      case Asks::Essay:
        break;
    }
    return std::move(result_);
  }

 private:
  [[nodiscard]] bool is_full() {
    if (result_.list.size() < most) return false;
    result_.is_complete = false;
    return true;
  }

  Value value_of(std::vector<Scalar> scalars) const {
    return {declared_.type, declared_.cardinality, std::move(scalars), {}};
  }

  void add_options(const std::vector<std::uint32_t>& picks) {
    if (is_full()) return;
    std::vector<Scalar> scalars;
    for (const std::uint32_t at : picks) {
      const std::string& id = interaction_.options[at].id;
      scalars.push_back(read_scalar(declared_.type, id).value_or(Scalar(id)));
    }
    result_.list.push_back({{value_of(std::move(scalars))}, picks, {}});
  }

  void subsets() {
    const std::size_t count = interaction_.options.size();
    if (count > subset_options_max) return some_subsets();
    const std::size_t greatest = interaction_.picks_max == 0 ? count : interaction_.picks_max;
    for (std::uint32_t set = 1; set < (1u << count) && !is_full(); ++set) {
      std::vector<std::uint32_t> picks;
      for (std::uint32_t at = 0; at < count; ++at)
        if ((set >> at & 1u) != 0) picks.push_back(at);
      if (picks.size() >= interaction_.picks_min && picks.size() <= greatest) add_options(picks);
    }
  }

  // The right ones, those that differ from them in one or two options, and each option alone.
  void some_subsets() {
    result_.is_complete = false;
    std::set<std::uint32_t> right;
    for (const Scalar& scalar : session_.correct(interaction_.response).scalars)
      if (const auto at = option_called(to_text(scalar))) right.insert(*at);
    std::set<std::set<std::uint32_t>> seen;
    const auto add = [&](const std::set<std::uint32_t>& picks) {
      const bool fits = !picks.empty() && picks.size() >= interaction_.picks_min &&
                        (interaction_.picks_max == 0 || picks.size() <= interaction_.picks_max);
      if (fits && seen.insert(picks).second) add_options({picks.begin(), picks.end()});
    };
    const auto turned = [](std::set<std::uint32_t> picks, std::uint32_t option) {
      if (picks.erase(option) == 0) picks.insert(option);
      return picks;
    };
    add(right);
    const auto count = static_cast<std::uint32_t>(interaction_.options.size());
    for (std::uint32_t one = 0; one < count; ++one) {
      add({one});
      for (std::uint32_t other = one; other < count; ++other)
        add(other == one ? turned(right, one) : turned(turned(right, one), other));
    }
  }

  [[nodiscard]] std::optional<std::uint32_t> option_called(std::string_view id) const {
    for (std::uint32_t at = 0; at < interaction_.options.size(); ++at)
      if (interaction_.options[at].id == id) return at;
    return std::nullopt;
  }

  void orders() {
    std::vector<std::uint32_t> picks(interaction_.options.size());
    std::iota(picks.begin(), picks.end(), 0u);
    std::vector<std::uint32_t> right;  // first, in case that not all of them can be tried
    for (const Scalar& scalar : session_.correct(interaction_.response).scalars)
      if (const auto at = option_called(to_text(scalar))) right.push_back(*at);
    if (std::is_permutation(right.begin(), right.end(), picks.begin(), picks.end())) add_options(right);
    do {
      if (picks != right) add_options(picks);
    } while (!is_full() && std::next_permutation(picks.begin(), picks.end()));
  }

  Scalar pair(std::uint32_t target, std::uint32_t option) const {
    const std::string& to = interaction_.targets[target].id;
    const std::string& from = interaction_.options[option].id;
    const std::string both = interaction_.turns_pairs ? to + " " + from : from + " " + to;
    return read_scalar(declared_.type, both).value_or(Scalar(both));
  }

  // As the response names an option that lies on a target.
  Scalar put(std::uint32_t target, std::uint32_t option) const {
    if (!interaction_.is_sequence) return pair(target, option);
    const std::string& id = interaction_.options[option].id;
    return read_scalar(declared_.type, id).value_or(Scalar(id));
  }

  void add_match(const std::vector<std::uint32_t>& picks) {
    std::vector<Scalar> scalars;
    for (std::uint32_t target = 0; target < picks.size(); ++target)
      if (picks[target] != nothing) scalars.push_back(put(target, picks[target]));
    result_.list.push_back({{value_of(std::move(scalars))}, picks, {}});
  }

  // Each option in one of the targets; also in none where the right answer leaves one out.
  void sortings() {
    std::vector<std::uint32_t> right(interaction_.options.size(), nothing);
    for (const Scalar& scalar : session_.correct(interaction_.response).scalars)
      for (std::uint32_t option = 0; option < right.size(); ++option)
        for (std::uint32_t target = 0; target < interaction_.targets.size(); ++target)
          if (is_same(declared_.type, scalar, pair(target, option))) right[option] = target;
    const bool is_known = !session_.correct(interaction_.response).is_null();
    const bool leaves_out = is_known && std::find(right.begin(), right.end(), nothing) != right.end();
    std::vector<std::uint32_t> homes(interaction_.targets.size());
    std::iota(homes.begin(), homes.end(), 0u);
    if (leaves_out) homes.push_back(nothing);
    const std::vector<std::vector<std::uint32_t>> choices(right.size(), homes);
    const Combinations all = combine(choices, is_known ? right : std::vector<std::uint32_t>(right.size(), 0u));
    result_.is_complete = all.is_complete;
    for (const std::vector<std::uint32_t>& picks : all.list) add_sorting(picks);
  }

  void add_sorting(const std::vector<std::uint32_t>& picks) {
    std::vector<Scalar> scalars;
    std::vector<std::size_t> held(interaction_.targets.size());
    for (std::uint32_t option = 0; option < picks.size(); ++option) {
      if (picks[option] == nothing) continue;
      scalars.push_back(pair(picks[option], option));
      const std::size_t room = interaction_.targets[picks[option]].uses;
      if (++held[picks[option]] > room && room != 0) return;
    }
    if (!scalars.empty()) result_.list.push_back({{value_of(std::move(scalars))}, picks, {}});
  }

  // The declared right answer, as far as each target has one option and each option one target.
  [[nodiscard]] std::vector<std::uint32_t> right_match() const {
    std::vector<std::uint32_t> picks(interaction_.targets.size(), nothing);
    const std::vector<Scalar> right = session_.correct(interaction_.response).scalars;
    if (interaction_.is_sequence) {
      for (std::size_t place = 0; place < picks.size() && place < right.size(); ++place)
        picks[place] = option_called(to_text(right[place])).value_or(nothing);
      return picks;
    }
    for (const Scalar& scalar : right)
      for (std::uint32_t target = 0; target < picks.size(); ++target)
        for (std::uint32_t option = 0; option < interaction_.options.size(); ++option)
          if (is_same(declared_.type, scalar, pair(target, option))) picks[target] = option;
    return picks;
  }

  void matches() {
    const auto right = right_match();
    if (std::find(right.begin(), right.end(), nothing) == right.end()) add_match(right);
    std::vector<std::uint32_t> picks;
    place(picks, right);
  }

  void place(std::vector<std::uint32_t>& picks, const std::vector<std::uint32_t>& right) {
    if (is_full()) return;
    if (picks.size() == interaction_.targets.size()) {
      if (result_.list.empty() || picks != right) add_match(picks);
      return;
    }
    for (std::uint32_t option = 0; option < interaction_.options.size(); ++option) {
      const auto used = static_cast<std::size_t>(std::count(picks.begin(), picks.end(), option));
      const std::size_t uses = interaction_.options[option].uses;
      if (uses != 0 && used >= uses) continue;
      picks.push_back(option);
      place(picks, right);
      picks.pop_back();
    }
  }

  // As declared, or those that its mapping gives most for.
  [[nodiscard]] std::vector<Scalar> right_pairs() const {
    std::vector<Scalar> right = session_.correct(interaction_.response).scalars;
    if (!right.empty() || !declared_.mapping) return right;
    std::vector<MapEntry> entries = declared_.mapping->entries;
    std::stable_sort(entries.begin(), entries.end(),
                     [](const MapEntry& one, const MapEntry& other) { return one.mapped > other.mapped; });
    std::set<std::string> taken;
    for (const MapEntry& entry : entries) {
      const auto* both = std::get_if<IdentifierPair>(&entry.key);
      if (both == nullptr || entry.mapped <= 0 || taken.contains(both->first) || taken.contains(both->second)) continue;
      taken.insert({both->first, both->second});
      right.push_back(entry.key);
    }
    return right;
  }

  // Everything put together two by two. One that is in no pair has itself as its partner.
  void pairings() {
    std::vector<std::uint32_t> partners(interaction_.options.size(), nothing);
    std::vector<Scalar> right = right_pairs();
    for (const Scalar& scalar : right)
      if (const auto* both = std::get_if<IdentifierPair>(&scalar)) {
        const auto first = option_called(both->first);
        const auto second = option_called(both->second);
        if (!first || !second) continue;
        partners[*first] = *second;
        partners[*second] = *first;
      }
    result_.is_complete = false;
    result_.list.push_back({{value_of(std::move(right))}, partners, {}});
    std::vector<std::uint32_t> firsts;
    for (std::uint32_t at = 0; at < partners.size(); ++at)
      if (partners[at] != nothing && at < partners[at]) firsts.push_back(at);
    std::vector<std::uint32_t> seconds;
    for (const std::uint32_t at : firsts) seconds.push_back(partners[at]);
    std::sort(seconds.begin(), seconds.end());
    do {
      if (is_full()) return;
      Response response{{value_of({})}, std::vector<std::uint32_t>(partners.size(), nothing), {}};
      for (std::size_t at = 0; at < firsts.size(); ++at) {
        response.picks[firsts[at]] = seconds[at];
        response.picks[seconds[at]] = firsts[at];
        response.values.front().scalars.emplace_back(
            IdentifierPair{interaction_.options[firsts[at]].id, interaction_.options[seconds[at]].id});
      }
      if (response.picks != partners) result_.list.push_back(std::move(response));
    } while (std::next_permutation(seconds.begin(), seconds.end()));
  }

  void ticks() {
    const auto count =
        static_cast<std::uint32_t>(std::floor((interaction_.to - interaction_.from) / interaction_.step + 1e-9));
    for (std::uint32_t tick = 0; tick <= count && !is_full(); ++tick) {
      const std::string text = decimal(std::round((interaction_.from + tick * interaction_.step) * 1e9) / 1e9);
      if (const auto scalar = read_scalar(declared_.type, text))
        result_.list.push_back({{value_of({*scalar})}, {tick}, {text}});
    }
  }

  void add_text(const std::string& text) {
    if (is_full() || trimmed(text).empty() || text.size() > limits::typed_answer_bytes_max) return;
    if (!typed_.insert(text).second) return;
    if (const auto scalar = read_scalar(declared_.type, text))
      result_.list.push_back({{value_of({*scalar})}, {}, {std::string(trimmed(text))}});
  }

  // Right answers, mapped keys, everything that the rules compare with, and what is near them.
  void texts() {
    result_.is_complete = false;
    std::vector<std::string> seeds;
    for (const Scalar& scalar : session_.correct(interaction_.response).scalars) seeds.push_back(to_text(scalar));
    if (declared_.mapping)
      for (const MapEntry& entry : declared_.mapping->entries) seeds.push_back(to_text(entry.key));
    for (const Element* each : all_called(item_.rules, "baseValue")) seeds.push_back(text_in(*each));
    for (const Element* each : all_called(item_.rules, "variable"))
      seeds.push_back(text_of(session_.value(each->attribute("identifier"))));
    for (const std::string& seed : seeds) add_text(seed);
    const std::size_t plain = result_.list.size();
    for (std::size_t at = 0; at < plain; ++at) near(std::string(result_.list[at].typed.front()));
    for (const char* other : {"0", "1", "7", "-1", "x", "zzz"}) add_text(other);
  }

  void near(const std::string& text) {
    if (const auto number = real_number(text); number && declared_.type != BaseType::String) {
      for (const double off : {1.0, -1.0, 0.5, 0.1, -0.1, 0.01, -0.01, 0.001, -0.001, 10.0})
        add_text(decimal(std::round((*number + off) * 1e6) / 1e6));
      add_text(decimal(-*number));
      return;
    }
    add_text(in_small_letters(text));
    std::string capitals = text;
    for (char& c : capitals)
      if (c >= 'a' && c <= 'z') c = static_cast<char>(c - 'a' + 'A');
    add_text(capitals);
    add_text(text + "x");
    add_text("very " + text);
    if (text.size() > 1) add_text(cut(text, text.size() - 1));
  }

  const Interaction& interaction_;
  const Item& item_;
  const Session& session_;
  const Declaration& declared_;
  std::set<std::string> typed_;
  Responses result_;
};

}  // namespace

Responses possible_responses(const Interaction& interaction, const Item& item, const Session& session) {
  return Enumerator(interaction, item, session).all();
}

}  // namespace hornbook::content::qti
