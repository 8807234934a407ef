# The checker of answers beside SymPy, on a sample; all of it takes a minute:
#   python3 tests/integration/algebra_against_sympy.py build/release/bin/algebra_verdicts --all
hornbook_program(algebra_verdicts
  SOURCES ${CMAKE_CURRENT_SOURCE_DIR}/algebra_verdicts.cpp
  LIBRARIES runtime_engage_algebra)
add_test(NAME integration/algebra_against_sympy
  COMMAND python3 ${CMAKE_CURRENT_SOURCE_DIR}/algebra_against_sympy.py $<TARGET_FILE:algebra_verdicts> --sample 100 --seed 7)
set_tests_properties(integration/algebra_against_sympy PROPERTIES LABELS integration TIMEOUT 300 SKIP_RETURN_CODE 77)
