/**
 * Who graduates: identifiers, masked identity, college and class.
 *
 * <p>No type here can hold a full name or a full identity number (N2.2a): constructors refuse them, and no {@code toString} or
 * exception message quotes a value that identifies a person.
 */
@NullMarked
package io.github.tucai.graduate;

import org.jspecify.annotations.NullMarked;
