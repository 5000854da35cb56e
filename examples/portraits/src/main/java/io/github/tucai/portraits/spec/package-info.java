/** What a portrait is drawn from, dial by dial and fault by fault, and what is known about one that was drawn. */
@NullMarked
package io.github.tucai.portraits.spec;

import org.jspecify.annotations.NullMarked;
