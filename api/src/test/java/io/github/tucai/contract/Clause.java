package io.github.tucai.contract;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the clauses of the collection rules that a property, or every property of a class, serves.
 *
 * <p>A project-wide test reads these and fails when a clause that the project promises has no property.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Clause {
    /** Clause ids such as {@code "N2.1a"}. */
    String[] value();
}
