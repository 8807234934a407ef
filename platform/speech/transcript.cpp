#include "platform/speech/transcript.hpp"

#include <nlohmann/json.hpp>

namespace hornbook::platform {

std::string transcript_json(const std::vector<Said>& transcript) {
  nlohmann::json list = nlohmann::json::array();
  for (const Said& said : transcript) {
    list.push_back({{"text", said.text}, {"lang", said.language}, {"heard", said.text.substr(0, said.heard_bytes)}});
  }
  return list.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) + "\n";
}

}  // namespace hornbook::platform
