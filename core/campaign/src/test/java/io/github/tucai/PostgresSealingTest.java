package io.github.tucai;

class PostgresSealingTest extends SealingTest {
    @Override
    String newUrl() {
        return Postgres.freshUrl();
    }
}
