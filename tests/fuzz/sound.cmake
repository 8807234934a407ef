hornbook_fuzz(fuzz_sound SOURCES sound_fuzz.cpp LIBRARIES platform_sound)
