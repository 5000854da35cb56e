package io.github.tucai.cli.demo;

import io.github.tucai.photo.PhotoImage;

/** Where the demo's students get their photos from. */
interface PhotoSource {
    /** What the page says of the pictures. */
    String caption();

    /**
     * A photo as it should be.
     *
     * @param take 0 for the first, counting up with each retake
     */
    PhotoImage good(Cast.Student student, int take);

    /** A photo with the student's fault. */
    PhotoImage faulty(Cast.Student student);
}
