/** The pages of the playbook: its six artifacts, and how every figure on them is computed. */
@NullMarked
package dev.understudy.report.artifact;

import org.jspecify.annotations.NullMarked;
