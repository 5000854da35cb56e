package io.github.tucai.failure;

/** A profile file that cannot be used. The message says where in the file and why. */
public final class InvalidProfileException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    private final String path;
    private final String reason;

    /**
     * Refuses a file.
     *
     * @param path where, such as {@code $.checks.eyes-open.limits[0].width}
     * @param reason what is wrong there and what is wanted
     */
    public InvalidProfileException(String path, String reason) {
        super(path + ": " + reason);
        this.path = path;
        this.reason = reason;
    }

    /** Where in the file, such as {@code $.checks.eyes-open.limits[0].width}. */
    public String path() {
        return path;
    }

    /** What is wrong there and what is wanted. */
    public String reason() {
        return reason;
    }
}
