// Every maximum of Hornbook. Each loop over data from outside is bounded by one of these.
#pragma once

#include <cstddef>
#include <cstdint>

namespace hornbook::limits {

// Events and journal
inline constexpr std::size_t event_bytes_max = 16u << 10;   // one encoded event; a session start has the longest
inline constexpr std::size_t typed_answer_bytes_max = 256;  // one text of an answer
inline constexpr std::size_t answer_numbers_max = 128;
inline constexpr std::size_t answer_texts_max = 32;
inline constexpr std::size_t segment_events_max = 4096;
inline constexpr std::size_t segment_bytes_max = 1u << 20;   // sealed
inline constexpr std::size_t columns_bytes_max = 4u << 20;   // a segment's events before compression
inline constexpr std::size_t seal_after_events = 256;        // the station seals when this many rows are open
inline constexpr std::size_t joined_events_max = 1024;       // of segments that are sealed anew as one
inline constexpr std::size_t joined_bytes_max = 128u << 10;  // sealed, of those
inline constexpr std::size_t learners_per_epoch_max = 4096;
inline constexpr std::size_t packs_per_session_max = 64;
inline constexpr std::size_t base_vector_entries_max = 256;
inline constexpr std::size_t decision_alternatives_max = 8;
inline constexpr std::size_t state_skills_max = 65'536;  // of one learner, over all packs
inline constexpr std::size_t state_items_max = 262'144;
inline constexpr std::size_t state_misconceptions_max = 4096;
inline constexpr std::size_t state_experiments_max = 256;
inline constexpr std::size_t state_interests_max = 64;  // kinds of tasks; packs
inline constexpr std::size_t check_answers_max = 32;    // of a check on one cluster of skills
inline constexpr std::size_t checks_asked_max = 256;    // by a teacher, that wait to begin
inline constexpr std::size_t capsule_bytes_max = 4u << 20;
inline constexpr std::size_t capsule_settings_max = 64;
inline constexpr std::size_t setting_bytes_max = 1u << 20;  // one named value that the school signed
inline constexpr std::size_t acknowledged_epochs_max = 65'536;
inline constexpr std::size_t acknowledged_gaps_max = 1024;  // in one epoch
inline constexpr std::size_t refused_sends_max = 3;         // of a piece that the school cannot open
inline constexpr std::size_t pack_publishers_max = 16;
inline constexpr std::size_t identity_bytes_max = 16u << 10;
inline constexpr std::size_t url_bytes_max = 1024;
inline constexpr std::size_t token_bytes_max = 64;
inline constexpr std::size_t roster_bytes_max = 2u << 20;

// Packs
inline constexpr std::size_t pack_bytes_max = 1u << 30;
inline constexpr std::size_t object_bytes_max = 256u << 10;  // larger files are split
inline constexpr std::size_t pack_objects_max = 200'000;
inline constexpr std::size_t pack_index_bytes_max = 32u << 20;
inline constexpr std::size_t pack_skills_max = 4096;
inline constexpr std::size_t pack_items_max = 50'000;
inline constexpr std::size_t item_text_bytes_max = 16u << 10;
inline constexpr std::size_t text_list_depth_max = 3;     // lists within lists of one text
inline constexpr std::size_t text_table_columns_max = 8;  // of a table within a text
inline constexpr std::size_t text_table_rows_max = 40;    // besides its head
inline constexpr std::size_t sound_seconds_max = 60;      // of a sound that stands alone, and of a slide
inline constexpr std::size_t sound_bytes_max = 12u << 20;
inline constexpr std::uint32_t media_seconds_max = 600;  // of a video, and of all slides of an item together
inline constexpr std::size_t media_slides_max = 32;      // of one item
inline constexpr std::size_t captions_max = 256;         // of one item in one language
inline constexpr std::size_t captions_bytes_max = 64u << 10;
inline constexpr std::size_t video_bytes_max = 16u << 20;
inline constexpr std::uint32_t video_width_max = 640;  // what a small computer decodes in time
inline constexpr std::uint32_t video_height_max = 480;
inline constexpr std::size_t video_frames_max = 18'000;        // 30 a second
inline constexpr std::size_t video_frames_from_key_max = 150;  // decoded to show one that is looked for
inline constexpr std::size_t item_choices_max = 12;
inline constexpr std::size_t match_tiles_max = 6;        // side by side on a small screen
inline constexpr std::size_t item_starters_max = 6;      // beginnings of sentences that are offered
inline constexpr std::size_t item_checklist_max = 8;     // what to look for in what one wrote
inline constexpr std::size_t drawing_strokes_max = 256;  // on one sheet
inline constexpr std::size_t drawing_points_max = 2000;  // of all of them
inline constexpr std::size_t drawing_code_bytes_max = 24 * typed_answer_bytes_max;  // words have the rest of an answer
inline constexpr std::size_t drawing_words_bytes_max = 8 * typed_answer_bytes_max;
inline constexpr std::size_t drawing_acts_max = 512;   // that can be undone
inline constexpr std::size_t drawing_trail_max = 256;  // points as they come in, before they are thinned out
inline constexpr std::size_t item_accepted_max = 64;   // further right answers of one task
inline constexpr std::size_t blanks_max = 24;          // of one text or table
inline constexpr std::size_t table_rows_max = 12;
inline constexpr std::size_t table_columns_max = 10;
inline constexpr std::size_t hot_words_max = 64;          // of one text
inline constexpr std::size_t bank_tiles_max = 32;         // to fill blanks from
inline constexpr std::size_t credited_answers_max = 512;  // whose worth an item tells
inline constexpr std::size_t sort_bins_max = 4;           // side by side, wide enough for words
inline constexpr std::size_t sort_tiles_max = 12;         // all of them may come to lie in one bin
inline constexpr std::size_t label_tiles_max = 8;
inline constexpr std::int32_t plot_steps_max = 40;   // of one axis
inline constexpr std::size_t plot_handles_max = 12;  // points, or bars of a chart
inline constexpr std::size_t picture_areas_max = 32;
inline constexpr std::size_t picture_corners_max = 64;      // of one area
inline constexpr std::uint16_t picture_units_max = 10'000;  // a side of a picture in its own units
inline constexpr std::size_t item_skills_max = 16;
inline constexpr std::size_t steps_max = 64;  // of one problem
inline constexpr std::size_t hints_max = 32;  // of one question
inline constexpr std::size_t pack_passages_max = 10'000;
inline constexpr std::size_t passage_levels_max = 4;
inline constexpr std::size_t passage_blocks_max = 512;  // paragraphs, headings and pictures of one level
inline constexpr std::size_t glossary_words_max = 64;   // of one passage in one language
inline constexpr std::size_t glossary_forms_max = 16;   // of one word
inline constexpr std::size_t item_parameters_max = 64;
inline constexpr std::int32_t difficulty_milli_max = 10'000;  // logit × 1000, either side of 0
inline constexpr std::size_t pack_misconceptions_max = 4096;
inline constexpr std::size_t item_misconceptions_max = 64;  // that one item can show
inline constexpr std::size_t pack_languages_max = 64;
inline constexpr std::size_t pack_text_bytes_max = 4096;    // a title, a licence, a sentence of the index
inline constexpr std::size_t pack_list_entries_max = 1024;  // authors, standards, prerequisites, numbers to draw from
inline constexpr std::size_t pack_signatures_max = 16;
inline constexpr std::size_t root_bytes_max = 64u << 10;  // root.json
inline constexpr std::size_t identifier_bytes_max = 128;
inline constexpr std::size_t former_identifiers_max = 16;  // whose progress one item or skill takes over
inline constexpr std::size_t expression_nodes_max = 256;
inline constexpr std::size_t expression_depth_max = 32;
inline constexpr std::size_t figure_parts_max = 100;
inline constexpr std::size_t number_line_intervals_max = 100;
inline constexpr std::size_t template_tries_max = 1000;  // rejected draws before a template is called impossible

// Algebra: what a typed or an authored answer may cost the checker
inline constexpr std::size_t algebra_text_bytes_max = 2048;
inline constexpr std::size_t algebra_nodes_max = 512;
inline constexpr std::size_t algebra_depth_max = 64;
inline constexpr std::size_t algebra_digits_max = 120;         // of one literal, and of a power of ten
inline constexpr std::size_t algebra_number_bits_max = 8192;   // numerator or denominator of a coefficient
inline constexpr std::int64_t algebra_exponent_max = 100'000;  // numerator or denominator of an exponent
inline constexpr unsigned long algebra_trial_divisor_max = 20'000;
inline constexpr std::int64_t algebra_factorial_max = 200;  // the greatest number whose factorial is multiplied out
inline constexpr std::size_t algebra_generators_max = 96;
inline constexpr std::size_t algebra_terms_max = 1024;        // of one polynomial
inline constexpr std::size_t algebra_steps_max = 100'000;     // products of two terms in one comparison
inline constexpr std::size_t algebra_bounds_bits_max = 4096;  // of a number while it is evaluated
inline constexpr std::size_t algebra_alternatives_max = 16;   // solutions, intervals, signs of one answer
inline constexpr std::size_t algebra_letters_max = 16;        // that are given values

// Bundles and HTTP
inline constexpr std::size_t bundle_bytes_max = 16u << 20;
inline constexpr std::size_t bundle_sections_max = 65'536;
inline constexpr std::size_t http_request_bytes_max = bundle_bytes_max;
inline constexpr std::size_t http_header_bytes_max = 16u << 10;
inline constexpr std::size_t server_connections_max = 256;
inline constexpr std::size_t down_bases_bytes_max = 4u << 20;  // of learners' bases in one answer
inline constexpr std::size_t enrolment_bytes_max = 16u << 10;
inline constexpr std::size_t cursor_entries_max = 4096;            // packs, leases or bases that one bundle names
inline constexpr std::size_t exchange_event_bytes_max = 4u << 20;  // sealed events that one bundle takes

// People
inline constexpr std::size_t name_bytes_max = 200;
inline constexpr std::size_t roster_learners_max = 4096;
inline constexpr std::size_t passphrase_bytes_max = 1024;
inline constexpr std::size_t language_bytes_max = 35;  // a BCP 47 tag (RFC 5646, section 4.4.1)

// Experiments
inline constexpr std::size_t experiments_running_max = 8;                    // at one time in a school
inline constexpr std::size_t experiment_learners_max = roster_learners_max;  // listed for one, or withdrawn from it
inline constexpr std::size_t pack_experiments_max = 16;
inline constexpr std::size_t experiment_words_bytes_max = 1000;  // its question, and the basis of consent
inline constexpr std::size_t experiment_file_bytes_max = 16u << 10;

// Rosters from outside
inline constexpr std::size_t csv_bytes_max = 16u << 20;  // one file, unpacked
inline constexpr std::size_t csv_rows_max = 200'000;
inline constexpr std::size_t csv_columns_max = 128;
inline constexpr std::size_t roster_archive_files_max = 256;

// Web pages
inline constexpr std::size_t form_bytes_max = 16u << 10;
inline constexpr std::size_t form_fields_max = 64;
inline constexpr std::size_t writings_shown_max = 200;  // on one page
inline constexpr std::size_t cookie_bytes_max = 4096;
inline constexpr std::size_t web_sessions_max = 1024;

// Memory
inline constexpr std::size_t memory_reviews_max = csv_rows_max;  // of one learner, to fit weights to
inline constexpr double memory_days_max = 1'000'000;             // between two reviews, and of a day's number

// Response model
inline constexpr std::size_t model_rows_max = 8'000'000;
inline constexpr std::size_t model_items_max = 1'000'000;  // and learners, and skills
inline constexpr std::size_t model_line_bytes_max = 64u << 10;
inline constexpr std::size_t model_skills_of_row_max = 64;

// Screen and text
inline constexpr std::size_t selector_bytes_max = 4096;
inline constexpr std::size_t math_depth_max = 64;      // braces and arguments within one another
inline constexpr std::size_t math_items_max = 4096;    // parts of one formula
inline constexpr std::size_t math_columns_max = 64;    // that an array declares
inline constexpr std::size_t math_extenders_max = 64;  // pieces that one stretched sign is built of
inline constexpr std::size_t fonts_max = 64;
inline constexpr std::size_t text_layouts_cached_max = 256;
inline constexpr std::size_t atlas_height_px_max = 4096;
inline constexpr std::size_t text_characters_max = 16'384;  // of one text that is laid out

// JSON and YAML from outside
inline constexpr std::size_t json_depth_max = 64;
inline constexpr std::size_t json_bytes_max = 32u << 20;
inline constexpr std::size_t yaml_nodes_max = 50'000;

// QTI: what an item from outside may cost the importer
inline constexpr std::size_t xml_bytes_max = 4u << 20;
inline constexpr std::size_t xml_depth_max = 128;
inline constexpr std::size_t xml_nodes_max = 200'000;
inline constexpr std::size_t qti_steps_max = 20'000;         // rules and expressions of one response
inline constexpr std::size_t qti_values_max = 1000;          // of one container
inline constexpr std::size_t qti_responses_max = 5000;       // of one interaction that are tried
inline constexpr std::size_t pattern_bytes_max = 1024;       // a regular expression
inline constexpr std::size_t pattern_depth_max = 32;         // brackets within one another
inline constexpr std::size_t pattern_steps_max = 1'000'000;  // places looked at

// Test scripts of the station
inline constexpr std::size_t script_bytes_max = 4u << 20;
inline constexpr int script_loop_depth_max = 4;  // loops in loops
inline constexpr std::int64_t script_loop_times_max = 100'000;
inline constexpr std::int64_t script_advance_ms_max = 30LL * 24 * 60 * 60 * 1000;

static_assert(event_bytes_max * 2 < segment_bytes_max);
// A session start: per entry a device id and two numbers, per pack an index and a hash.
static_assert(base_vector_entries_max * (16 + 2 + 20) + packs_per_session_max * (32 + 5) + 512 < event_bytes_max);
static_assert(segment_bytes_max < bundle_bytes_max);
static_assert(drawing_code_bytes_max + drawing_words_bytes_max <= answer_texts_max * typed_answer_bytes_max);
static_assert(drawing_strokes_max < drawing_acts_max);
static_assert(blanks_max <= answer_texts_max && blanks_max <= answer_numbers_max);
static_assert(answer_texts_max * (typed_answer_bytes_max + 2) + answer_numbers_max * 5 + 256 < event_bytes_max);

}  // namespace hornbook::limits
