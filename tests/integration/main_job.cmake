hornbook_library(tests_integration
  SOURCES ${CMAKE_CURRENT_SOURCE_DIR}/demo_school.cpp
  PUBLIC tests_support PkgConfig::sqlite
  PRIVATE nlohmann_json::nlohmann_json)
target_compile_definitions(tests_integration PRIVATE HORNBOOK_SOURCE_DIR="${PROJECT_SOURCE_DIR}"
                           HORNBOOK_BIN_DIR="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")

hornbook_test(main_job LABEL integration TIMEOUT 1200
  SOURCES ${CMAKE_CURRENT_SOURCE_DIR}/main_job_test.cpp ${CMAKE_CURRENT_SOURCE_DIR}/power_cut_test.cpp
          ${CMAKE_CURRENT_SOURCE_DIR}/bad_input_test.cpp ${CMAKE_CURRENT_SOURCE_DIR}/plaintext_test.cpp
  LIBRARIES tests_integration PkgConfig::zstd)
add_dependencies(main_job hornbook hornbookctl hornbook-server hornbook-pack)
