package io.github.tucai.cli;

/** What a command's exit status says. */
final class ExitStatus {
    static final int DONE = 0;
    /** Done, but something was rejected or found. */
    static final int FOUND = 1;
    /** The command line is wrong. */
    static final int USAGE = 2;
    /** The world failed. */
    static final int FAILURE = 3;

    private ExitStatus() {}
}
