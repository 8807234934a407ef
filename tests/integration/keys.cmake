# The school's keys: rotation of the ingest key over real TLS.
hornbook_test(key_rotation LABEL integration TIMEOUT 180
  SOURCES ${CMAKE_CURRENT_LIST_DIR}/key_rotation_test.cpp
  LIBRARIES sync_server sync_device runtime_session tests_support PkgConfig::libzip PkgConfig::sqlite)
# Rotation, retiring and the recovery kit by the programs' commands.
add_test(NAME keys
  COMMAND python3 ${CMAKE_CURRENT_LIST_DIR}/keys_test.py $<TARGET_FILE_DIR:hornbook-server>)
set_tests_properties(keys PROPERTIES LABELS integration TIMEOUT 120)
