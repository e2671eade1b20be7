// Made real with the first trace test.
