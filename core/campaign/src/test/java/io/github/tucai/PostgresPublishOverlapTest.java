package io.github.tucai;

class PostgresPublishOverlapTest extends PublishOverlapTest {
    @Override
    String newUrl() {
        return Postgres.freshUrl();
    }
}
