hornbook_program(journal_bench SOURCES journal_bench.cpp LIBRARIES runtime_journal tests_support PkgConfig::sqlite)
