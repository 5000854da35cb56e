/**
 * The doors of the library.
 *
 * <p>{@link io.github.tucai.PhotoChecker} judges photos and needs no database:
 *
 * <pre>{@code
 * PhotoChecker checker = PhotoChecker.builder().build();
 * PhotoCheckResult result = checker.check(PhotoImage.copyOf(Files.readAllBytes(file)));
 * result.failures().forEach(f -> System.out.println(f.advice().in(Locale.getDefault())));
 * }</pre>
 *
 * <p>{@link io.github.tucai.WorkingDays} counts deadlines and needs none either.
 */
@NullMarked
package io.github.tucai;

import org.jspecify.annotations.NullMarked;
