# A whole course of OATutor, when the corpora lie beside the project.
hornbook_test(import_oatutor LABEL integration TIMEOUT 600
  SOURCES ${CMAKE_CURRENT_LIST_DIR}/import_oatutor_test.cpp
  LIBRARIES content_packs_import tests_support)
hornbook_test(import_qti LABEL integration TIMEOUT 600
  SOURCES ${CMAKE_CURRENT_LIST_DIR}/import_qti_test.cpp
  LIBRARIES content_packs_import tests_support)
# Storybooks in twelve languages, likewise.
hornbook_test(import_storybook LABEL integration TIMEOUT 600
  SOURCES ${CMAKE_CURRENT_LIST_DIR}/import_storybook_test.cpp
  LIBRARIES content_packs_import tests_support)
