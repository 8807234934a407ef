# A repository made, served and followed by the programs themselves.
hornbook_test(delivery LABEL integration TIMEOUT 120
  SOURCES ${CMAKE_CURRENT_LIST_DIR}/delivery_test.cpp
  LIBRARIES runtime_pack sync_link tests_support)
add_dependencies(delivery hornbook-pack)
