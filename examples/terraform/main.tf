terraform {
  backend "s3" {
    key    = "my-service.tfstate"
    region = "us-east-1"
  }
}

resource "aws_iam_role" "service" {
  name = "my-service"
  assume_role_policy = jsonencode({
    Version = "2012-10-17"
    Statement = [{
      Effect    = "Allow"
      Principal = { Service = "ecs-tasks.amazonaws.com" }
      Action    = "sts:AssumeRole"
    }]
  })
}

output "role_arn" {
  value = aws_iam_role.service.arn
}
