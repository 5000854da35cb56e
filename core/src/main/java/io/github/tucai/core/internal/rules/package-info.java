/** The rules as pure functions: a record, a command and the facts give events or a refusal. */
@NullMarked
package io.github.tucai.core.internal.rules;

import org.jspecify.annotations.NullMarked;
