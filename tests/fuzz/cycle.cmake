hornbook_fuzz(fuzz_event SOURCES event_fuzz.cpp LIBRARIES runtime_measure)
