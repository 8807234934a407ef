# A school learns from its learners how hard items are, and its stations predict better: over real TLS sockets.
hornbook_test(calibration LABEL integration TIMEOUT 300
  SOURCES ${CMAKE_CURRENT_LIST_DIR}/calibration_test.cpp
  LIBRARIES sync_server sync_client sync_device runtime_session platform_model_simulate tests_support
            PkgConfig::libzip PkgConfig::sqlite)
