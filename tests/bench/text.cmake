hornbook_program(text_bench SOURCES text_bench.cpp LIBRARIES ui_text fmt::fmt tests_support)
hornbook_program(text_pictures SOURCES text_pictures.cpp LIBRARIES ui_theme platform_sdl fmt::fmt tests_support)
hornbook_program(script_pictures SOURCES script_pictures.cpp LIBRARIES ui_theme platform_sdl fmt::fmt tests_pango tests_support)
