/** How operations are asked for and answered: by whom, and whether they were done or refused. */
@NullMarked
package io.github.tucai.answer;

import org.jspecify.annotations.NullMarked;
