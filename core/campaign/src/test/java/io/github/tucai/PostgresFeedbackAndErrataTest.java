package io.github.tucai;

class PostgresFeedbackAndErrataTest extends FeedbackAndErrataTest {
    @Override
    String newUrl() {
        return Postgres.freshUrl();
    }
}
