package io.github.tucai.cli.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** The campaign's time: it stands still until the story moves it. */
final class DemoClock extends Clock {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    private volatile Instant now;

    DemoClock(LocalDateTime start) {
        this.now = start.atZone(CHINA).toInstant();
    }

    void moveTo(LocalDateTime time) {
        now = time.atZone(CHINA).toInstant();
    }

    void moveBySeconds(long seconds) {
        now = now.plusSeconds(seconds);
    }

    LocalDateTime local() {
        return LocalDateTime.ofInstant(now, CHINA);
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return CHINA;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return Clock.fixed(now, zone);
    }
}
