# Real programs over thin links and many devices at one time; the full sizes are a benchmark's (tests/bench/sync_bench.cpp).
hornbook_test(sync_programs LABEL integration TIMEOUT 600
  SOURCES ${CMAKE_CURRENT_LIST_DIR}/sync_programs_test.cpp
  LIBRARIES tests_sync_runs)
