# The station's own program, headless, on an enrolled data folder.
hornbook_test(station LABEL integration TIMEOUT 600
  SOURCES station_test.cpp
  LIBRARIES tests_enrolled_station runtime_journal runtime_measure nlohmann_json::nlohmann_json tests_support)
add_dependencies(station hornbook)
