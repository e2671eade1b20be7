print("kanyin")
