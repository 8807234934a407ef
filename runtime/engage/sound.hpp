// What can be heard beside a text. Each has its words on the screen for whoever does not hear it.
#pragma once

#include <string>

#include "runtime/core/ids.hpp"

namespace hornbook::engage {

struct Sound {
  Hash file;            // an Ogg Opus or WAV file of the pack's media
  std::string caption;  // what is heard
};

}  // namespace hornbook::engage
