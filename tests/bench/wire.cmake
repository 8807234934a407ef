find_package(ZLIB REQUIRED)
hornbook_program(wire_bench SOURCES wire_bench.cpp
  LIBRARIES sync_device runtime_session tests_support nlohmann_json::nlohmann_json ZLIB::ZLIB fmt::fmt)
