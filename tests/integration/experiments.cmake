# A school compares two ways of teaching, on two stations: over real TLS sockets. And the commands of the recipe.
hornbook_test(experiments LABEL integration TIMEOUT 300
  SOURCES ${CMAKE_CURRENT_LIST_DIR}/experiments_test.cpp
  LIBRARIES sync_server sync_client sync_device runtime_session tests_support PkgConfig::libzip PkgConfig::sqlite)
add_test(NAME experiments_recipe
  COMMAND python3 ${CMAKE_CURRENT_LIST_DIR}/experiments_recipe_test.py $<TARGET_FILE_DIR:hornbook-server>)
set_tests_properties(experiments_recipe PROPERTIES LABELS integration TIMEOUT 120)
