hornbook_program(cycle_bench SOURCES cycle_bench.cpp LIBRARIES runtime_session GTest::gtest)
