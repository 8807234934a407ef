hornbook_program(sync_bench SOURCES sync_bench.cpp LIBRARIES tests_sync_runs fmt::fmt)
