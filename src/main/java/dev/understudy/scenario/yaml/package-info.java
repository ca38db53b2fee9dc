/** YAML as a tree in which every value knows its place; what cannot be read safely or unambiguously is a problem, never a guess. */
@NullMarked
package dev.understudy.scenario.yaml;

import org.jspecify.annotations.NullMarked;
