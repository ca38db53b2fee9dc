/** Settings of the independence check and of the playbook as a file that people write. */
@NullMarked
package dev.understudy.playbook.file;

import org.jspecify.annotations.NullMarked;
