package io.github.tucai;

class PostgresPublishTest extends PublishTest {
    @Override
    String newUrl() {
        return Postgres.freshUrl();
    }
}
