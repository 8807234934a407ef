hornbook_test(simulate LABEL integration
  SOURCES ${CMAKE_CURRENT_LIST_DIR}/simulate_test.cpp
  LIBRARIES tests_support nlohmann_json::nlohmann_json)
add_dependencies(simulate hornbook-model)
