/** The six artifacts that reduce dependence on heroes, computed from evidence. */
@NullMarked
package dev.understudy.playbook;

import org.jspecify.annotations.NullMarked;
