/** What came of one drill, told from its journal alone, and the formats it is told in. Pure but for its two leaves. */
@NullMarked
package dev.understudy.report;

import org.jspecify.annotations.NullMarked;
