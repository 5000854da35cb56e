package io.github.tucai.print.internal;

/** A place on a form in points, from the bottom left. */
record FormRect(double x, double y, double width, double height) {
    double right() {
        return x + width;
    }

    double top() {
        return y + height;
    }
}
