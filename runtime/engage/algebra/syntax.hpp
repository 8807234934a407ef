// What was written, as a tree: nothing is simplified yet, because the form of an answer is judged on it.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "runtime/engage/algebra/number.hpp"

namespace hornbook::engage::algebra {

enum class Kind : std::uint8_t {
  // Scalars without parts
  Literal,  // digits, with or without a point
  Symbol,   // x, theta, x_1
  Pi,
  Euler,      // e
  Imaginary,  // i
  Infinity,
  Unit,  // cm; only in quantities
  // Scalars with parts
  Add,        // two or more terms; a - b is Add(a, Negate(b))
  Negate,     // one
  Multiply,   // two factors; longer products nest to the left
  Divide,     // two
  Mixed,      // whole part, fraction
  Power,      // base, exponent
  Root,       // radicand, degree
  Absolute,   // one
  Call,       // one argument, Node::function says which; Log has the base as a second
  Percent,    // one
  Degrees,    // one angle
  Factorial,  // one
  PlusMinus,  // one: both signs
  MinusPlus,  // one: both signs, the other way round
  // Answers that are more than one number
  Relation,  // two sides, Node::relation between them
  Chain,     // two or more relations that all hold: 1 < x < 5, "x > 1 and x < 5"
  Either,    // two or more alternatives: "x = 2 or x = 3"
  List,      // in any order: "2, -3", "{2, -3}"
  Tuple,     // in this order: (2, 3), <1, 2>
  Interval,  // two ends; Node::open_left, open_right
  Union,     // two or more intervals
  Matrix,    // rows, each a Tuple
  NoSolution,
  AllReals,
};

enum class Function : std::uint8_t {
  Sin,
  Cos,
  Tan,
  Csc,
  Sec,
  Cot,
  Arcsin,
  Arccos,
  Arctan,
  Sinh,
  Cosh,
  Tanh,
  Exp,
  Ln,
  Log,  // second part: the base
};

enum class RelationKind : std::uint8_t { Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual };

struct Node {
  using Index = std::uint16_t;
  Kind kind = Kind::Literal;
  Function function = Function::Sin;
  RelationKind relation = RelationKind::Equal;
  bool open_left = true;
  bool open_right = true;
  bool has_point = false;  // a literal with a decimal point
  Number value;            // of a literal
  std::string name;        // of a symbol or a unit
  std::vector<Index> parts;
};

// Parts come before the node that holds them; root is the whole. At most limits::algebra_nodes_max nodes, nested at
// most limits::algebra_depth_max deep, so that walking it recursively is safe.
struct Syntax {
  std::vector<Node> nodes;
  Node::Index root = 0;
  [[nodiscard]] const Node& at(Node::Index index) const { return nodes[index]; }
  [[nodiscard]] const Node& top() const { return nodes[root]; }
  [[nodiscard]] const Node& part(const Node& node, std::size_t position) const { return nodes[node.parts[position]]; }
};

// A number, not a relation, a set or a tuple.
[[nodiscard]] constexpr bool is_scalar(Kind kind) { return kind < Kind::Relation; }

}  // namespace hornbook::engage::algebra
