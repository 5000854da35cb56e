@org.jspecify.annotations.NullMarked
package io.github.tucai.sandbox;
