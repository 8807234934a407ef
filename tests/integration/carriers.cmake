# Sticks and relays by the programs themselves.
hornbook_test(carriers LABEL integration TIMEOUT 120
  SOURCES ${CMAKE_CURRENT_LIST_DIR}/carriers_test.cpp
  LIBRARIES tests_support)
target_compile_definitions(carriers PRIVATE HORNBOOK_BIN_DIR="${CMAKE_RUNTIME_OUTPUT_DIRECTORY}")
add_dependencies(carriers hornbookctl hornbook-server)
