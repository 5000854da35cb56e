package io.github.tucai;

class PostgresCutCommitTest extends CutCommitTest {
    @Override
    String newUrl() {
        return Postgres.freshUrl();
    }
}
